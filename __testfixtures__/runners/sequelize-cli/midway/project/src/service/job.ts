import { Provide } from '@midwayjs/core'
import { Job } from '../entity/job'

@Provide()
export class JobService {
  async list() {
    return await Job.findAll()
  }
}
