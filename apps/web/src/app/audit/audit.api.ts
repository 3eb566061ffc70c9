import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AuditEntry, AuditExport } from '@amity/audit';
import type { ListPage } from '../http/index.js';

export const entriesAddress = '/api/audit/entries';

@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly http = inject(HttpClient);

  /** The last changes of one record. */
  ofRecord(subjectId: string, limit: number): Promise<ListPage<AuditEntry>> {
    return firstValueFrom(this.http.get<ListPage<AuditEntry>>(entriesAddress, { params: { subjectId, limit } }));
  }

  export(wanted: AuditExport): Promise<Blob> {
    return firstValueFrom(this.http.post(`${entriesAddress}/export`, wanted, { responseType: 'blob' }));
  }
}
