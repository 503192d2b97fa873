import { londonTimeInFull } from '@/lib/london-time';

export interface Comment {
  id: number;
  text: string;
  by: string;
  /** An instant, as Postgres writes it. */
  at: string;
}

/** What is said of an event at the desk, oldest first. */
export function CommentList({ comments }: { comments: readonly Comment[] }) {
  if (comments.length === 0) return null;
  return (
    <ol className="govuk-list" aria-label="Comments">
      {comments.map(({ id, text, by, at }) => (
        <li key={id} className="pw-comment">
          <p>{text}</p>
          <p className="pw-quiet">
            {by}, {londonTimeInFull(at)}
          </p>
        </li>
      ))}
    </ol>
  );
}
