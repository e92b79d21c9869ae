import { Module } from '@nestjs/common'
import { SequelizeModule } from '@nestjs/sequelize'
import { Job } from './models/job.model'
import { JobsService } from './jobs.service'

@Module({ imports: [SequelizeModule.forFeature([Job])], providers: [JobsService] })
export class JobsModule {}
