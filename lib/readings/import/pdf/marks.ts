export const BULLET = /^(?:[•●▪■◦‣∙·–—*►✓]|-(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)\s+\S/
/** Bullets that are no letters or figures. */
export const SIGN = /^[•●▪■◦‣∙►✓]/
/** "[12] …" opens an entry of a bibliography. */
export const LABEL = /^\[(?:\d{1,4}|[\p{L}+]{1,12}\d{2,4}[a-z]?)\]\s*[\p{L}\p{N}“"‘]/u
