import { type ReactElement, useEffect, useRef } from 'react';
import type { Article, Plan } from '../../../shared/domain/plan/schema.ts';
import { planText } from '../../../shared/text/ui/plan-text.ts';

/** The body of the plan: chapters, their articles, and the units each article names. */
export function Articles({ plan, at }: { readonly plan: Plan; readonly at: string | null }): ReactElement {
  const here = useRef<HTMLElement | null>(null);
  useEffect(() => {
    void here.current?.scrollIntoView({ block: 'center' });
  }, [at]);
  return (
    <article className="document document-body">
      <p>{plan.document.preamble}</p>
      {plan.document.chapters.map((chapter) => (
        <section key={chapter.number}>
          <h2>{planText.chapter(chapter.number, chapter.title)}</h2>
          {chapter.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {plan.articles
            .filter((article) => article.chapter === chapter.number)
            .map((article) => (
              <section
                key={article.number}
                ref={String(article.number) === at ? here : null}
                className={String(article.number) === at ? 'article document-here' : 'article'}
              >
                <ArticleText article={article} />
              </section>
            ))}
        </section>
      ))}
    </article>
  );
}

function ArticleText({ article }: { readonly article: Article }): ReactElement {
  const { lead, rest } = articleParts(article);
  return (
    <>
      <p>
        <strong>{lead}</strong>
        {rest}
      </p>
      <p className="article-units">{planText.unitsLine(article.unitsPrinted)}</p>
    </>
  );
}

/** （一）heading。 | the text | without the units in brackets, which stand on their own line. */
export function articleParts(article: Pick<Article, 'heading' | 'text' | 'unitsPrinted'>): {
  readonly lead: string;
  readonly rest: string;
} {
  const units = `（${article.unitsPrinted}）`;
  const text = article.text.endsWith(units) ? article.text.slice(0, -units.length) : article.text;
  const found = text.indexOf(article.heading);
  if (found === -1) return { lead: '', rest: text };
  const end = found + article.heading.length + (text.charAt(found + article.heading.length) === '。' ? 1 : 0);
  return { lead: text.slice(0, end), rest: text.slice(end) };
}
