export { SiteFrame as default } from '@/app/_auth/site-frame';
