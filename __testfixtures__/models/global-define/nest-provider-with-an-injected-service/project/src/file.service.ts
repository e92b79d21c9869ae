import { Injectable } from '@nestjs/common'

@Injectable()
export class FileService {
  usesUnderscores() {
    return true
  }
}
