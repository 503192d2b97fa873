/** A single day over a chart: a line through it, and a dot above, where no column hides it. */
export function PointLine({ x, height, words }: { x: number | string; height: number; words: string }) {
  return (
    <g>
      <title>{words}</title>
      <line className="pw-point" x1={x} x2={x} y1={-5} y2={height} stroke="#6b6d6e" strokeDasharray="2 3" />
      <circle cx={x} cy={-5} r={4} fill="#0b0c0c" stroke="#fff" />
    </g>
  );
}
