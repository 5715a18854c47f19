/**
 * Setting: days for which the (masked) sentences records were read from are kept; absent: for good. After that time a
 * total still adds up, but 凭据 shows the figures without their sentences.
 */
export const sourceDaysKey = 'keep-source-days'
