import type { Built } from '../report/reports.js'
import { isPeople } from '../structure/draft.js'

/** 讲座和义诊都挺顺，讲座那头58个人，义诊那头64个人: people told beside those of a telling that is none of talk; it is asked about. */
export const besideOthers = (why: string | null, b: Built): boolean =>
  (why === 'comment' || why === 'too little for it') &&
  b.when !== null &&
  b.draft.figures.some(
    (f) =>
      (isPeople(f) && !f.part && !f.each) ||
      (f.counts === 'materials' && (b.draft.segment.date !== null || !b.draft.dateInherited)),
  )
