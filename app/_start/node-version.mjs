const OLDEST = [20, 9];

/**
 * Why this version of Node cannot run Pillarwatch, in one sentence; null where it can.
 * @param {string} version
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return enough ? null : `Node ${version} is too old: install Node ${OLDEST.join('.')} or later.`;
}
