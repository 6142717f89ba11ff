// The people of an organization, their roles, and those who are invited.
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { useApiForm } from '@/api/useApiForm';
import { useMe } from '@/app/session';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Form } from '@/ui/Form';
import { Page, PageHeader, Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { QueryState, RowsSkeleton } from '@/ui/states';
import { StatusBadge } from '@/ui/StatusBadge';
import { toast } from '@/ui/toast';
import { Invitations, invitationsKey } from './Invitations';

type Member = components['schemas']['MemberView'];

const membersKey = ['members'];
const ROLES = ['member', 'administrator', 'owner'] as const;

export default function TeamPage() {
  const { t } = useTranslation('members');
  const manages = useMe().role !== 'member';
  const members = useQuery({
    queryKey: membersKey,
    queryFn: () => unwrap(api.GET('/v1/members')),
  });
  return (
    <Page width="form">
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryState query={members} waiting={<RowsSkeleton count={2} />}>
        {({ items }) => (
          <Rows>
            {items.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </Rows>
        )}
      </QueryState>
      {manages && (
        <Section title={t('invite')}>
          <InviteForm />
        </Section>
      )}
      {manages && <Invitations />}
    </Page>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation('members');
  const name = `${member.given_name} ${member.family_name}`;
  return (
    <Row
      title={name}
      facts={[member.email, t(`roles.${member.role as 'owner'}`)]}
      status={member.me && <StatusBadge tone="positive">{t('you')}</StatusBadge>}
      actions={
        member.actions.length > 0 && (
          <>
            {member.actions.includes('change_role') && <RoleSelect member={member} />}
            {member.actions.includes('remove') && <RemoveButton member={member} name={name} />}
          </>
        )
      }
    />
  );
}

function RoleSelect({ member }: { member: Member }) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  async function change(role: string | null) {
    if (!role || role === member.role) return;
    const params = { path: { id: member.id }, header: { 'If-Match': `"${member.version}"` } };
    try {
      await api.PATCH('/v1/members/{id}', { params, body: { role } });
      toast.done(t('changed'));
    } catch (error) {
      toast.refused(error);
    }
    await client.invalidateQueries({ queryKey: membersKey });
  }
  return (
    <Select
      aria-label={t('role')}
      size="xs"
      w={160}
      allowDeselect={false}
      value={member.role}
      data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
      onChange={(role) => void change(role)}
    />
  );
}

function RemoveButton({ member, name }: { member: Member; name: string }) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  async function remove() {
    const params = { path: { id: member.id }, header: { 'If-Match': `"${member.version}"` } };
    await api.DELETE('/v1/members/{id}', { params });
    toast.done(t('removed'));
    await client.invalidateQueries({ queryKey: membersKey });
  }
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setAsked(true)}>
        {t('remove')}
      </Button>
      <ConfirmModal
        danger
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('removeTitle', { name })}
        consequences={[t('removeText')]}
        confirmLabel={t('remove')}
        onConfirm={remove}
      />
    </>
  );
}

function InviteForm() {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const form = useApiForm({
    initialValues: { email: '', role: 'member' },
    send: (body) => unwrap(api.POST('/v1/invitations', { body })),
    onDone: async () => {
      form.form.reset();
      toast.done(t('sent'));
      await client.invalidateQueries({ queryKey: invitationsKey });
    },
  });
  const role = form.form.getValues().role as 'member';
  return (
    <Form form={form} submitLabel={t('send')}>
      <TextInput label={t('email')} type="email" {...form.field('email')} />
      <Select
        label={t('role')}
        description={t(`roleHints.${role}`)}
        allowDeselect={false}
        data={ROLES.slice(0, 2).map((value) => ({ value, label: t(`roles.${value}`) }))}
        {...form.field('role')}
      />
    </Form>
  );
}
