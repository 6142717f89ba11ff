import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { urls } from '@/lib/urls';
import { toast } from '@/ui/toast';
import { endSession, leave } from '../session';

/** Signs out. The page changes first: the workspace would send a visitor to sign in again. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  async function signOut() {
    try {
      await endSession();
      await navigate({ href: urls.home });
      leave(client);
    } catch (error) {
      toast.refused(error);
    }
  }
  return () => void signOut();
}
