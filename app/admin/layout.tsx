import { currentUser } from '@/app/_auth/session';
import { SiteFrame } from '@/app/_auth/site-frame';
import { DeskNav } from './_nav/desk-nav';

/** Every page of the desk; each page checks for itself who may see it. */
export default async function AdminLayout({ children }: LayoutProps<'/admin'>) {
  const user = await currentUser();
  return (
    <SiteFrame>
      {user && <DeskNav role={user.role} />}
      {children}
    </SiteFrame>
  );
}
