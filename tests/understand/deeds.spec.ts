import { expect, test } from 'vitest'
import { gazetteer, understand } from '../../src/understand/index.js'
import { association } from './general-support.js'

/** Kinds told by what was done, without the noun of the kind: the kinds found, in order, with count/adopted where told. */
const rows: readonly (readonly [way: string, ...told: (readonly [text: string, ...kinds: string[]])[]])[] = [
  [
    'teaching a skill',
    ['6月9日河西区老科协在春光社区教爷爷奶奶用微信视频，到了26人。', 'training'],
    ['昨天青石镇分会带着十来个大姐学编竹篮，来了14人。', 'training'],
    ['农技分会6月4日到柳林村推广滴灌技术，当场演示，村民40人。', 'training'],
    ['6月7日平川县老科协手把手教农户给苹果树疏花，来了35户40多人。', 'training'],
    ['纺织厂分会上周教退休姐妹用手机交电费，一共来了18人。', 'training'],
    ['6月5日医卫分会教老师们做心肺复苏，60名老师学会了。', 'training'],
    ['河西区老科协6月8日带孩子们学做航模，小朋友25人。', 'training'],
    ['青石镇分会6月3日给茶农演示机采茶叶，33人到场学。', 'training'],
  ],
  [
    'going to a works',
    ['6月10日市老科协两位高工到宏达机械厂，帮着查出了轴承发热的原因。', 'enterprise'],
    ['昨天纺织厂分会的老师傅去新华印染公司，把染缸漏气的毛病修好了。', 'enterprise'],
    ['6月6日平川县老科协专家走进2家食品企业，给出了改进工艺的办法。', 'enterprise'],
    ['河西区老科协6月3日到三家小微企业，帮他们解决排污难题5个。', 'enterprise'],
    ['市老科协组织退休工程师5月深入9家企业，排查安全隐患。', 'enterprise'],
    ['5月28日市老科协技术组一行4人到光明化工厂，就废水处理提出改造方案。', 'enterprise'],
  ],
  [
    'plates',
    ['青石镇分会昨天又挂了一块牌子，是大湾村“银龄农技小院”。', 'base'],
    ['6月6日市老科协与实验小学共建的“科学家工作室”揭牌啦！', 'base'],
    ['平川县老科协今年在三个乡镇挂了6块“科普驿站”的牌。', 'base'],
    ['6月1日河西区老科协在春光社区举行“老专家服务站”授牌仪式。', 'base'],
    ['农技分会的李庄示范田5月20日正式挂牌了。', 'base'],
    ['好消息！青石镇分会“夕阳红科普角”今天落成了。', 'base'],
  ],
  [
    'proposals and who took them',
    ['“关于修缮老码头护栏的建议”获市政府采纳，作者是河西区老科协刘工。', 'proposal'],
    ['市长批示了！平川县老科协《关于保护湿地的建议》', 'proposal'],
    ['农技分会写的《关于恢复乡镇农技站的建议》6月3日被县人大采用。', 'proposal'],
    ['河西区老科协给区政府提的加装路灯一事，区里采纳了，这是我们今年第2条建议。', 'proposal'],
    ['6月2日，市老科协向市委报送了《关于银发人才再上岗的建议》。', 'proposal'],
    ['平川县老科协《关于整治河道采砂的建议》被列为县政协重点提案。', 'proposal'],
  ],
  [
    'printed in a paper',
    ['6月8日《临河日报》登了青石镇分会老周写的《茶山三十年》。', 'article'],
    ['河西区老科协6月5日在市报发表一篇《河边的科普课堂》。', 'article'],
    ['农技分会5月在《农村科技》上发了两篇文章。', 'article'],
    ['讲师团张老师的《银发讲台》一文昨天见报了。', 'article'],
    ['平川县老科协的通讯《老专家进果园》5月30日被省老科协网站采用。', 'article'],
    ['5月，医卫分会给晚报写稿4篇，登出3篇。', 'article'],
  ],
  [
    'pastimes',
    ['6月8日河西区老科协组织会员到湿地公园拍荷花，31人参加。', 'culture'],
    ['昨天纺织厂分会28名会员逛了植物园。', 'culture'],
    ['6月1日青石镇分会歌咏比赛，7支队伍、160名队员参赛。', 'culture'],
    ['市老科协5月30日健步走，实到240人。', 'culture'],
    ['平川县老科协6月7日组织老会员到水库钓鱼，来了22人。', 'culture'],
    ['6月5日医卫分会组织游园，会员45人参加。', 'culture'],
    ['农技分会6月2日下象棋、打乒乓球热闹了一天，30人参加。', 'culture'],
    ['纺织厂分会端午节包粽子、唱老歌，老姐妹36人到场。', 'culture'],
  ],
  [
    'talks',
    ['6月9日讲师团王工给三中的孩子们聊黑洞，全年级380人。', 'lecture'],
    ['昨天河西区老科协在春光社区给居民科普了燃气安全，来了55人。', 'lecture'],
    ['6月4日青石镇分会在村部普及防雷知识，村民48人听了。', 'lecture'],
    ['讲师团6月6日走进二中，以《水从哪里来》为题与同学们交流，学生300人。', 'lecture'],
    ['6月3日市老科协请来省气象局专家谈汛期天气，听众110人。', 'lecture'],
    ['医卫分会6月10日在敬老院讲怎么防摔倒，老人37位。', 'lecture'],
  ],
  [
    'answers and looking at crops',
    ['6月9日农技分会到李庄大棚看黄瓜病害，当场给菜农支招，来了19人。', 'consultation'],
    ['平川县老科协6月5日下田查看麦苗冻害，指导农户23人。', 'consultation'],
    ['青石镇分会昨天在茶园解答茶农提问40多个，到场31人。', 'consultation'],
    ['6月2日农技分会帮养鱼户看鱼病，来问的有26户。', 'consultation'],
  ],
  [
    'looking after health and mind',
    ['6月8日医卫分会在王家村给老人把脉开方，看了58位。', 'clinic'],
    ['昨天医卫分会到敬老院为老人量血压、听心肺，共41人。', 'clinic'],
    ['6月7日医卫分会给环卫工人查眼睛，查了66人。', 'clinic'],
    ['6月3日医卫分会在二中上了一堂心理辅导大课，高三学生400人。', 'counselling'],
    ['6月5日河西区老科协心理组进校给考生减压，团体辅导两场，160人。', 'counselling'],
    ['医卫分会5月接听心理热线37个。', 'counselling'],
  ],
  [
    'handing out and showing',
    ['6月1日河西区老科协在广场支起台子讲识别假药，发单子500张，围了120来人。', 'publicity'],
    ['青石镇分会6月5日在集上发防火传单300份。', 'publicity'],
    ['昨天平川县老科协在县城挂出展板20块，看的人有400多。', 'publicity'],
    ['6月9日市老科协科普大篷车开进李庄小学，师生210人参观体验。', 'publicity'],
  ],
  [
    'helping out',
    ['6月8日纺织厂分会给街坊修小家电、磨菜刀，服务52人。', 'volunteer'],
    ['河西区老科协6月6日到河边捡垃圾，会员24人。', 'volunteer'],
    ['6月7日青石镇分会在高考考点给考生送水，守了两天。', 'volunteer'],
    ['平川县老科协6月1日看望了福利院的孩子，送书50本。', 'volunteer'],
  ],
  [
    'meetings',
    ['6月10日河西区老科协学习中央一号文件，到会19人。', 'meeting'],
    ['青石镇分会昨天开了个小会，商量下半年工作，9人参加。', 'meeting'],
    ['6月3日市老科协与兄弟市同行座谈交流，双方20人参加。', 'meeting'],
    ['农技分会党支部6月1日重温入党誓词，党员16人。', 'meeting'],
  ],
  [
    'papers of study',
    ['6月3日农技分会8名专家到茶场考察，写成报告一份报县政府。', 'research'],
    ['平川县老科协《关于银发人才的调研》5月送到市委，分管书记作了批示。', 'research'],
  ],
]

const units = gazetteer(association)
const sentAt = { day: '2025-06-12', minute: 1230 } as const

test.each(rows.flatMap(([way, ...told]) => told.map(([text, ...kinds]) => [way, text, kinds] as const)))(
  '%s: %s',
  (_, text, kinds) => {
    expect(understand(text, { units, sentAt }).reports.map((r) => r.kind)).toEqual(kinds)
  },
)
