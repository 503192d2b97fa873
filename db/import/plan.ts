import { mappingSchema, type Mapping } from '@/lib/import/mapping';
import { planFile, shapeOf, type FileLook, type FilePlan } from '@/lib/import/plan-file';
import { presetMapping, presets } from '@/lib/import/presets';
import type { Connection } from '../client';
import { keptMapping } from './imports';
import { currentRules } from './preset-rules';

/** How a file is to be read, and why so. */
export interface Planned extends FilePlan {
  /** True where the last file with these columns was read so. */
  kept: boolean;
}

/** A mapping with the rules of its format as they now are, where they were saved since it was made. */
async function withNewerRules(
  db: Connection,
  mapping: Mapping,
  columns: readonly string[],
): Promise<Mapping> {
  const preset = presets.find(({ key }) => key === mapping.preset);
  const rules = preset && (await currentRules(db)).get(preset.key);
  if (!preset || !rules || rules.version <= mapping.rulesVersion) return mapping;
  const made = presetMapping(preset, columns, '', rules);
  const { rulesVersion, rules: list } = made;
  return { ...mapping, rulesVersion, rules: list, defaults: { ...mapping.defaults, ...rules.otherwise } };
}

/**
 * How a file is read unless a person says otherwise: as the last file with these columns was, else as the format that it is,
 * else by a guess; by the rules of its format as they now are. Files are planned here for the pages, the command and
 * the API alike. A named preset is taken as it is.
 */
export async function planByRecord(
  db: Connection,
  look: FileLook,
  fileName: string,
  presetKey?: string,
): Promise<Planned> {
  const plan = planFile(look, fileName, presetKey, await currentRules(db));
  const last = presetKey === undefined ? await keptMapping(db, shapeOf(look.columns)) : null;
  const mapping = mappingSchema.safeParse(last?.mapping);
  if (!mapping.success) return { ...plan, kept: false };
  const read = await withNewerRules(db, mapping.data, look.columns);
  // Files of one shape may hold an indicator each, which the name tells.
  const told = plan.mapping.way === 'levels-across' ? plan.mapping.indicators : [];
  const indicators = told.length > 0 ? told : read.indicators;
  return { ...plan, mapping: { ...read, indicators }, questions: [], kept: true };
}
