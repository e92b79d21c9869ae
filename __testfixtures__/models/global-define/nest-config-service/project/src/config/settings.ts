export const settings = () => ({ port: Number(process.env.PORT), naming: { deletedAt: 'goneAt' } })
