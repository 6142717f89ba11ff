// The review of a mission, and for its provider the one public answer to it.
import { Textarea } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { useApiForm } from '@/api/useApiForm';
import { Form } from '@/ui/Form';
import { Section } from '@/ui/Page';
import { ReviewCard } from '@/ui/ReviewCard';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { toast } from '@/ui/toast';

type Review = components['schemas']['ReviewView'];

const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', 'one', id],
    queryFn: () => unwrap(api.GET('/v1/reviews/{id}', { params: { path: { id } } })),
  });

/** What its provider answers shows wherever the review does, and is one thing less to do. */
function useAnswerReview() {
  const client = useQueryClient();
  return async (id: string, text: string): Promise<Review> => {
    const options = { params: { path: { id } }, body: { text } };
    const review = await unwrap(api.POST('/v1/reviews/{id}/answer', options));
    client.setQueryData(reviewQuery(id).queryKey, review);
    await client.invalidateQueries({
      predicate: ({ queryKey }) => ['reviews', 'todo'].includes(String(queryKey[0])),
    });
    return review;
  };
}

export function MissionReview({ id }: { id: string }) {
  const { t } = useTranslation('app');
  const query = useQuery(reviewQuery(id));
  return (
    <Section title={t('review.title')}>
      <QueryState query={query} waiting={<RowsSkeleton count={1} />}>
        {(review) => (
          <ReviewCard review={review}>
            <ReviewAnswering review={review} />
          </ReviewCard>
        )}
      </QueryState>
    </Section>
  );
}

/** The form of the answer, for who may give it. */
export function ReviewAnswering({ review }: { review: Review }) {
  return review.actions.includes('answer') ? <AnswerForm review={review} /> : null;
}

interface AnswerValues extends Record<string, unknown> {
  text: string;
}

function AnswerForm({ review }: { review: Review }) {
  const { t } = useTranslation('app');
  const answer = useAnswerReview();
  const form = useApiForm<AnswerValues, Review>({
    initialValues: { text: '' },
    validate: ({ text }) => (text.trim() ? {} : { text: t('review.missing') }),
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
