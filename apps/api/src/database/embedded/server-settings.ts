// The settings every start gives the server, as command line options: the files in the cluster stay as initdb wrote
// them, so a new Amity brings its settings along. Sized for a small machine that runs Amity and little else.

export interface SettingsWish {
  readonly port: number;
  readonly maxConnections: number;
  /** false trades safety against power cuts for speed; for tests. */
  readonly durable: boolean;
}

export function serverSettings({ port, maxConnections, durable }: SettingsWish): readonly string[] {
  const common = {
    listen_addresses: '127.0.0.1',
    port,
    // No sockets in the file system: their paths may be no longer than 107 bytes, and loopback with a password is enough.
    unix_socket_directories: '',
    max_connections: maxConnections,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    lc_messages: 'C',
    shared_buffers: '128MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: 1.1,
    // Our statements are many and short: compiling them costs more than it saves.
    jit: 'off',
    // pg-boss and the application use plain transactions only.
    max_prepared_transactions: 0,
    idle_in_transaction_session_timeout: '10min',
  };
  const reckless = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    autovacuum: 'off',
    io_method: 'sync',
  };
  return Object.entries({ ...common, ...(durable ? {} : reckless) }).map(([name, value]) => `${name}=${value}`);
}
