import { Injectable } from '@nestjs/common'
import { InjectModel } from '@nestjs/sequelize'
import { Job } from './models/job.model'

@Injectable()
export class JobsService {
  constructor(@InjectModel(Job) private readonly jobs: typeof Job) {}

  findAll(): Promise<Job[]> {
    return this.jobs.findAll()
  }
}
