import { pattern } from '../text/pattern.js'

/** …昨天揭牌，某会张会长和镇里的领导都去了: who came to it, in a clause that says nothing else. */
export const theyCame = pattern(
  /^的?[\u4e00-\u9fa5]{0,3}(会长|秘书长|领导|主席|主任|书记)([、和与及跟][^,，。;、和与及跟]{2,10}){0,4}也?(都|全|也|亲自|均)?(去|来|到)(了|场|会|现场)了?$/,
)

/** 甲会的讲座推迟了；乙会的照开: whose was held. */
export const heldAllTheSame = pattern(
  /^的[^,，。;0-9]{0,4}(照开|照办(?!手续|证)|照讲|照搞|照常|照样|照旧|如期|按时)/,
)
