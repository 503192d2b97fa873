import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import type { Rule, RuleBook } from '@/lib/import/mapping';
import { conditionText } from '@/lib/import/rules-form';
import { confidenceTerms, labelOf, pillarTerms, roleTerms, typeTerms } from '@/lib/vocabulary';

const columns = ['Rule', 'When', 'Type', 'Pillars', 'Confidence and roles'] as const;

const pillarWords = (pillars: readonly string[]): string =>
  pillars.map((pillar) => labelOf(pillarTerms, pillar)).join(', ');

function cellsOf(rule: Rule, at: number): Record<(typeof columns)[number], ReactNode> {
  const when = conditionText(rule) || 'Every row';
  const roles = rule.roles.map((role) => labelOf(roleTerms, role).toLowerCase()).join(', ');
  const rest = [rule.confidence && labelOf(confidenceTerms, rule.confidence), roles && `roles: ${roles}`];
  return {
    Rule: at + 1,
    When: <span className="pw-import-when">{when}</span>,
    Type: rule.skip ? `Left out: ${rule.skip}` : rule.type ? labelOf(typeTerms, rule.type) : '',
    Pillars: pillarWords(rule.pillars),
    'Confidence and roles': rest.filter(Boolean).join('; '),
  };
}

/** The rules of a format, to read. */
export function RulesList({ rules, otherwise, caption }: RuleBook & { caption: string }) {
  const rows = [...rules.map((rule, at) => ({ rule, at })), null];
  return (
    <BlockTable
      caption={caption}
      className="pw-import-read"
      columns={columns}
      rows={rows}
      keyOf={(row) => row?.at ?? 'otherwise'}
      cellsOf={(row) =>
        row
          ? cellsOf(row.rule, row.at)
          : {
              Rule: 'Last',
              When: 'Every other row',
              Type: labelOf(typeTerms, otherwise.type),
              Pillars: pillarWords(otherwise.pillars),
              'Confidence and roles': labelOf(confidenceTerms, otherwise.confidence),
            }
      }
    />
  );
}
