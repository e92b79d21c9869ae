import { Injectable } from '@nestjs/common'
import { FileService } from './file.service'

@Injectable()
export class SettingsService {
  constructor(private readonly files: FileService) {}

  get connection() {
    return { dialect: 'postgres' as const, define: { underscored: this.files.usesUnderscores() } }
  }
}
