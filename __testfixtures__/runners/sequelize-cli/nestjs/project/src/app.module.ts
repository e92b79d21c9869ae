import { Module } from '@nestjs/common'
import { SequelizeModule } from '@nestjs/sequelize'
import { JobsModule } from './jobs/jobs.module'

@Module({
  imports: [
    SequelizeModule.forRootAsync({
      useFactory: () => ({
        dialect: 'postgres',
        uri: process.env.DATABASE_URL,
        autoLoadModels: true,
        synchronize: false,
      }),
    }),
    JobsModule,
  ],
})
export class AppModule {}
