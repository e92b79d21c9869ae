export const Tables = { USERS: 'users', POSTS: 'posts' } as const
export enum Columns {
  DeletedAt = 'deleted_at',
}
