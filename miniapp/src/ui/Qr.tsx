/** A link as a picture, for whoever reads this on another screen than the one that should open it. */
import { renderSVG } from 'uqr';

export function Qr({ value, label }: { value: string; label: string }) {
  return <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(renderSVG(value))}`} alt={label} />;
}
