import { registerAs } from '@nestjs/config'

export default registerAs('database', () => ({
  options: { dialect: 'postgres' as const, host: process.env.DB_HOST, define: { underscored: true } },
}))
