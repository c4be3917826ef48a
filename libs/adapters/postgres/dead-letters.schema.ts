type Names = Readonly<{ deadLetters: string; events: string }>;

/**
 * What a group could not handle, with the event itself: the log may stand in another engine. A
 * letter that a person let go of stays, as the record of that.
 *
 * Wijkspoor 0.1 kept only the position of an event of this log; its letters get the event here.
 */
export const deadLettersSql = ({ deadLetters, events }: Names) => `
  create table if not exists ${deadLetters} (
    group_name text not null,
    position bigint not null,
    stream text collate "C" not null,
    error text not null,
    attempts int not null,
    at timestamptz(3) not null default clock_timestamp(),
    primary key (group_name, position)
  );
  alter table ${deadLetters}
    drop constraint if exists dead_letters_position_fkey,
    add column if not exists revision int,
    add column if not exists id uuid,
    add column if not exists type text collate "C",
    add column if not exists body text collate "C",
    add column if not exists meta text collate "C",
    add column if not exists recorded_at text collate "C",
    add column if not exists asked_at timestamptz(3),
    add column if not exists released_at timestamptz(3),
    add column if not exists released_by text,
    add column if not exists release_reason text,
    add column if not exists since timestamptz(3);
  update ${deadLetters} d set
    revision = e.revision, id = e.id, type = e.type, body = e.body, meta = e.meta, recorded_at =
      to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    from ${events} e where e.position = d.position and d.id is null;
  alter table ${deadLetters}
    alter revision set not null, alter id set not null, alter type set not null,
    alter body set not null, alter meta set not null, alter recorded_at set not null;
  update ${deadLetters} set since = at where since is null;
  alter table ${deadLetters}
    alter since set default clock_timestamp(), alter since set not null;
  create index if not exists dead_letters_by_stream
    on ${deadLetters} (group_name, stream, position) where released_at is null;`;
