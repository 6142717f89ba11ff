// What a provider may do with one of its services, as the view permits it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ActButton } from '@/ui/ActButton';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { ButtonLink } from '@/ui/Link';
import { toast } from '@/ui/toast';
import classes from './MyServicesPage.module.css';
import { useShelf, type MyService } from './queries';

const STEPS = ['publish', 'pause', 'resume'] as const;

export function ShelfActions({ service }: { service: MyService }) {
  const { t } = useTranslation('services');
  const { step } = useShelf();
  const can = (action: string) => service.actions.includes(action);
  const { title } = service;
  return (
    <div className={classes.buttons}>
      {STEPS.filter(can).map((name) => (
        <ActButton
          key={name}
          size="sm"
          aria-label={t(`${name}.named`, { title })}
          onAct={async () => {
            await step(service.id, name);
            toast.done(t(`${name}.done`));
          }}
        >
          {t(`${name}.button`)}
        </ActButton>
      ))}
      {can('edit') && (
        <ButtonLink
          size="sm"
          variant="default"
          href={urls.myService(service.id)}
          aria-label={t('edit.named', { title })}
        >
          {t('edit.button')}
        </ButtonLink>
      )}
      {can('delete') && <Remove service={service} />}
    </div>
  );
}

function Remove({ service }: { service: MyService }) {
  const { t } = useTranslation('services');
  const [asking, setAsking] = useState(false);
  const { remove } = useShelf();
  const { title } = service;
  return (
    <>
      <Button
        size="sm"
        variant="subtle"
        color="red"
        aria-label={t('remove.named', { title })}
        onClick={() => setAsking(true)}
      >
        {t('remove.button')}
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('remove.title', { title })}
        consequences={[t('remove.gone'), t('remove.named_still')]}
        confirmLabel={t('remove.confirm')}
        danger
        onConfirm={async () => {
          await remove(service);
          toast.done(t('remove.done'));
        }}
      />
    </>
  );
}
