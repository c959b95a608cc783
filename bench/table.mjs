/** Plain text tables, and the few statistics that go into them. */

/** The first column to the left, figures to the right. */
export function table(title, head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  const lines = cells.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd());
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return [title, '', ...lines].join('\n');
}

export const fixed = (value, digits = 2) => (value === null || Number.isNaN(value) ? '' : value.toFixed(digits));

export const geometricMean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** The value below which `share` of the others lie. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Divides where there is something to divide by. */
export const ratio = (value, by) => (by === null ? null : value / by);
