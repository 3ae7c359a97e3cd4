const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const ONE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const SHARE = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 })
const SIGNED = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })

export const whole = (n: number): string => WHOLE.format(n)
/** At most one decimal. */
export const tenths = (n: number): string => ONE.format(n)
/** 0.25 is "25%". */
export const percent = (part: number): string => SHARE.format(part)
/** With its sign, a real minus: "+3", "−2", "0". */
export const signed = (n: number): string => SIGNED.format(n).replace('-', '−')

/** A colour of app/tokens.css by its name: "h1" … "h6", "for", "against", "undecided", "accent". */
export const ink = (hue: string): string => `var(--${hue})`
