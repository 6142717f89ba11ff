// The review of a mission, and for its provider the one public answer to it.
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { Section } from '@/ui/Page';
import { ReviewCard } from '@/ui/ReviewCard';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { reviewQuery, useAnswerReview, type Review } from './queries';

export function MissionReview({ id }: { id: string }) {
  const { t } = useTranslation('offers');
  const query = useQuery(reviewQuery(id));
  return (
    <Section title={t('review.title')}>
      <QueryState query={query} waiting={<RowsSkeleton count={1} />}>
        {(review) => (
          <ReviewCard review={review}>
            {review.actions.includes('answer') && <AnswerForm review={review} />}
          </ReviewCard>
        )}
      </QueryState>
    </Section>
  );
}

interface AnswerValues extends Record<string, unknown> {
  text: string;
}

function AnswerForm({ review }: { review: Review }) {
  const { t } = useTranslation('offers');
  const answer = useAnswerReview();
  const form = useApiForm<AnswerValues, Review>({
    initialValues: { text: '' },
    validate: ({ text }) => (text.trim() ? {} : { text: t('form.missing') }),
    send: ({ text }) => answer(review.id, text),
    onDone: () => toast.done(t('review.answered')),
  });
  return (
    <Form form={form} submitLabel={t('review.answer')} note={t('review.answerNote')}>
      <Textarea
        label={t('review.answerLabel')}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.field('text')}
      />
    </Form>
  );
}
