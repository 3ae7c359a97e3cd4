/** Names that sections of papers bear everywhere; lower case, without number or closing mark. */
const ENGLISH = `abstract|summary|executive summary|keywords|key words|introduction|general introduction
background|historical background|context|motivation|purpose|preface|foreword|prologue|epilogue|overview
literature review|review of literature|review of the literature|previous research|prior work|related work
related research|theory|theoretical framework|theoretical background|conceptual framework|analytical framework
framework|hypotheses|hypothesis|research question|research questions|research design|methodology|method|methods
materials and methods|methods and materials|data|data and methods|data and methodology|case selection|case study
case studies|experiment|experiments|experimental setup|evaluation|analysis|empirical analysis|findings|results
results and discussion|discussion|general discussion|discussion and conclusion|discussion and conclusions
implications|policy implications|limitations|limitations and future research|future work|future research
conclusion|conclusions|concluding remarks|conclusion and discussion|conclusions and future work
summary and conclusion|summary and conclusions|recommendations|policy recommendations|acknowledgement
acknowledgements|acknowledgment|acknowledgments|funding|conflict of interest|conflicts of interest
declaration of competing interest|data availability|author contributions|appendix|appendices
supplementary material|supporting information|glossary|abbreviations|notes|endnotes|footnotes|references
references and notes|notes and references|bibliography|works cited|literature cited|literature|further reading
sources|about the author|about the authors`

const EAST_ASIAN = `서론|머리말|들어가며|들어가는 말|연구 배경|이론적 배경|선행 연구|선행연구|연구 방법|연구방법|분석|결과|논의
결론|맺음말|나가며|나오며|요약|초록|국문초록|국문 초록|참고문헌|참고 문헌|주|각주|미주|부록|감사의 글|주제어
摘要|关键词|關鍵詞|引言|绪论|緒論|导论|導論|前言|文献综述|文獻回顧|研究方法|方法|结果|結果|讨论|討論|分析
结论|結論|结语|結語|参考文献|參考文獻|注释|註釋|附录|附錄|致谢|致謝
要旨|概要|はじめに|序論|緒言|序章|先行研究|方法|結果|考察|結論|おわりに|終わりに|終章|謝辞|注|付録`

const set = (lists: string) => new Set(lists.split(/[|\n]/))
export const SECTION_NAMES: ReadonlySet<string> = set(`${ENGLISH}\n${EAST_ASIAN}`)

/** "1", "2.3.", "IV.", "A.", "Chapter 2:", "第一章", "제1장", "§ 3", with what follows. */
const NUMBERING =
  /^(?:(?:§\s*)?(\d{1,3}(?:\.\d{1,3}){0,5})[.):]?|([IVXLC]{1,7})[.):]|([A-Z](?:\.\d{1,3})*)[.)]?(?<=[.)\d])|(?:chapter|part|section|appendix)\s+(?:\d+|[IVXLC]+|[A-Z])[.:]?|第[一二三四五六七八九十百\d]+[章节節部編编]|제\s?\d+\s?[장절부])(?=[\s\u3000]|$)[\s\u3000]*/i

export type Numbered = {
  number: string
  rest: string
  depth: number
  style: 'decimal' | 'roman' | 'letter' | 'word'
}

/** The number that a heading bears, and how deep it says the heading lies. */
export function numbered(text: string): Numbered | undefined {
  const m = NUMBERING.exec(text)
  if (!m) return undefined
  const rest = text.slice(m[0].length).trim()
  const number = m[0].trim()
  const [, decimal, roman, letter] = m
  if (decimal) return { number, rest, depth: decimal.split('.').length, style: 'decimal' }
  // A lone C, D, I, L, M, V or X reads both ways; papers that letter their subsections start with A.
  if (roman && roman === roman.toUpperCase()) return { number, rest, depth: 1, style: 'roman' }
  if (letter && letter === letter.toUpperCase())
    return {
      number,
      rest,
      depth: letter.includes('.') ? letter.split('.').length : 2,
      style: letter.includes('.') ? 'decimal' : 'letter',
    }
  return roman || letter ? undefined : { number, rest, depth: 1, style: 'word' }
}

const core = (text: string) =>
  (numbered(text)?.rest ?? text)
    .replace(/[\s.:：。—–-]+$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()

export const isSectionName = (text: string) => SECTION_NAMES.has(core(text))
const named = (names: RegExp) => (text: string) => names.test(core(text).replace(/\s/g, ''))

export const isBibliographyName = named(
  /^(references|references(cited|andnotes)|notesandreferences|bibliography|selectedbibliography|workscited|literaturecited|literature|referencelist|listofreferences|referências|referencias|bibliografia|bibliografía|bibliographie|références|literaturverzeichnis|literatur|참고문헌|參考文獻|参考文献|文献|引用文献)$/,
)
export const isNotesName = named(/^(notes|endnotes|footnotes|주|각주|미주|註|注|注釈|注释|註釋)$/)
export const isAbstractName = named(
  /^(abstract|summary|résumé|resumo|resumen|zusammenfassung|초록|국문초록|요약|摘要|要旨|概要)$/,
)
export const isContentsName = named(/^(contents|tableofcontents|목차|차례|目录|目錄|目次)$/)
