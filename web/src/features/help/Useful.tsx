// « Cet article vous a-t-il été utile ? » (S2-045): the answer is counted. Nothing of a visitor is kept, so that a
// page opened anew asks again; who is signed in may change its answer.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { Problem } from '@/api/problem';
import type { components } from '@/api/schema.gen';
import { useSession } from '@/app/session';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { Link } from '@/ui/Link';
import classes from './Useful.module.css';

type NewVote = components['schemas']['NewHelpVote'];

/** A visitor's second answer of a day is not, and needs no excuse. */
async function send(body: NewVote): Promise<void> {
  try {
    await unwrap(api.POST('/v1/help-votes', { body }));
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'help_vote_counted')) throw error;
  }
}

export function Useful({ article, title }: { article: string; title: string }) {
  const { t } = useTranslation('help');
  const signedIn = useSession().state === 'signed-in';
  const [helpful, setHelpful] = useState<boolean>();
  const answer = (value: boolean) => ({
    onAct: async () => {
      await send({ article: article as NewVote['article'], helpful: value });
      setHelpful(value);
    },
    size: 'compact-md' as const,
  });
  const open = helpful === undefined;
  return (
    <div className={classes.useful} role="group" aria-label={t('useful.about', { title })}>
      <p>{t('useful.question')}</p>
      {(open || signedIn) && (
        <div className={classes.answers}>
          <ActButton {...answer(true)} aria-pressed={helpful === true}>
            {t('useful.yes')}
          </ActButton>
          <ActButton {...answer(false)} aria-pressed={helpful === false}>
            {t('useful.no')}
          </ActButton>
        </div>
      )}
      <p className={classes.thanks} role="status">
        {!open && t('useful.thanks')}{' '}
        {helpful === false && <Link href={urls.contact}>{t('useful.tell')}</Link>}
      </p>
    </div>
  );
}
