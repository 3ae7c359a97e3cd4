import { buttonClass } from '@/components/ui/button'
import type { MapControl } from './use-zoom'

/** Nearer, further, all of it: for those who have no wheel. */
export function Controls({ control }: { control: Pick<MapControl, 'by' | 'fit'> }) {
  const button = (label: string, sign: string, act: () => void) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={act}
      className={buttonClass('plain', 'w-8 pointer-coarse:w-11 px-0 text-16')}
    >
      <span aria-hidden>{sign}</span>
    </button>
  )
  return (
    <div className="absolute right-3 bottom-3 flex gap-1.5 print:hidden">
      {button('Nearer', '+', () => control.by(1.35))}
      {button('Further', '−', () => control.by(1 / 1.35))}
      <button type="button" onClick={() => control.fit()} className={buttonClass('plain')}>
        All of it
      </button>
    </div>
  )
}
