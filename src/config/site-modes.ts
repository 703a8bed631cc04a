/** Cases for which to record where their memory comes from; `changed`: regressions, leaks and breaches. */
export const siteModes = ['changed', 'all', 'none'] as const;
