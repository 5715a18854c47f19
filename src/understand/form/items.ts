const opener =
  /^ *(第[一二三四五六七八](件|个|桩|项|样|宗|条)|[一二三四五六七]是|[一二三四五六七]来|其[一二三四五六]|头一?[件个桩样]|首先|其次|再(就是|一[件个桩样])|还有(就是|一[件个桩样项]|件事|个事)|另(外)?(就是|一[件个桩样项]|还有)|最后(一[件个桩样项])?|末了)/

/** 第二件, 二是, 再一个, 还有一样: what begins at `at` is the next of several things told one by one. */
export const opensItem = (text: string, at: number): boolean => opener.test(text.slice(at, at + 8))
