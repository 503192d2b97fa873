import { currentUser } from '@/app/_auth/session';
import { SiteFrame } from '@/app/_auth/site-frame';
import { DeskNav } from '@/app/admin/_nav/desk-nav';

/** Every page of one's own account. */
export default async function AccountLayout({ children }: LayoutProps<'/account'>) {
  const user = await currentUser();
  return (
    <SiteFrame>
      {user && <DeskNav role={user.role} />}
      {children}
    </SiteFrame>
  );
}
