/**
 * Version 20 (2026-11): monitoring data of stations by day and hour, dust days (扣沙日), forecasts (预报), and schemes of which one year may have
 * several.
 *
 * A row of `station_day` is what one file says of one station on one day; `covers` names the pollutants the file speaks of, also where it says
 * that nothing valid was measured. What counts is, by pollutant, what the newest file says. `superseded_by` marks rows of which nothing counts
 * any more; they stay, with their originals in `file`. `partly` names the covered pollutants of which the file gives hours of a part of the day
 * only: they are laid over the hours known before, and take nothing else back.
 *
 * `hours` holds 6 × 24 hourly means as 32-bit little-endian whole thousandths in the order so2, no2, co, o3, pm10, pm25; -2147483648 = missing,
 * -2147483647 = invalid.
 */
export const monitoring = {
  version: 20,
  sql: `
    CREATE TABLE monitoring_file (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('monitoring', 'dust', 'forecast')),
      sha256 TEXT NOT NULL REFERENCES file (sha256),
      file_name TEXT NOT NULL,
      format TEXT NOT NULL,
      encoding TEXT,
      options TEXT NOT NULL CHECK (json_valid(options)),
      imported_at TEXT NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT;
    CREATE INDEX monitoring_file_sha256 ON monitoring_file (sha256);

    CREATE TABLE station (
      id INTEGER PRIMARY KEY,
      place_id TEXT NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (place_id, name)
    ) STRICT;

    CREATE TABLE station_day (
      station_id INTEGER NOT NULL REFERENCES station (id),
      date TEXT NOT NULL,
      file_id INTEGER NOT NULL REFERENCES monitoring_file (id),
      covers TEXT NOT NULL,
      partly TEXT NOT NULL DEFAULT '',
      pm25 TEXT, pm10 TEXT, so2 TEXT, no2 TEXT, co TEXT, o3 TEXT, o3_one_hour TEXT,
      invalid TEXT NOT NULL DEFAULT '',
      hours BLOB CHECK (hours IS NULL OR length(hours) = 576),
      sheet TEXT NOT NULL,
      cells TEXT NOT NULL CHECK (json_valid(cells)),
      superseded_by INTEGER REFERENCES monitoring_file (id),
      PRIMARY KEY (station_id, date, file_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX station_day_file ON station_day (file_id);

    CREATE TABLE dust_day (
      id INTEGER PRIMARY KEY,
      file_id INTEGER NOT NULL REFERENCES monitoring_file (id),
      date TEXT NOT NULL,
      place_id TEXT NOT NULL,
      note TEXT NOT NULL,
      sheet TEXT NOT NULL,
      cell TEXT NOT NULL,
      superseded_by INTEGER REFERENCES monitoring_file (id)
    ) STRICT;
    CREATE INDEX dust_day_date ON dust_day (date);

    CREATE TABLE forecast (
      id INTEGER PRIMARY KEY,
      file_id INTEGER NOT NULL REFERENCES monitoring_file (id),
      date TEXT NOT NULL,
      published TEXT NOT NULL,
      lead_days INTEGER,
      low INTEGER,
      high INTEGER,
      levels TEXT NOT NULL CHECK (json_valid(levels)),
      primaries TEXT CHECK (primaries IS NULL OR json_valid(primaries)),
      stated TEXT CHECK (stated IS NULL OR json_valid(stated)),
      sheet TEXT NOT NULL,
      cell TEXT NOT NULL,
      superseded_by INTEGER REFERENCES monitoring_file (id)
    ) STRICT;
    CREATE INDEX forecast_date ON forecast (date);

    CREATE TABLE monitoring_finding (
      id INTEGER PRIMARY KEY,
      file_id INTEGER NOT NULL REFERENCES monitoring_file (id),
      sheet TEXT,
      cell TEXT,
      severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
      code TEXT NOT NULL,
      params TEXT NOT NULL CHECK (json_valid(params))
    ) STRICT;
    CREATE INDEX monitoring_finding_file ON monitoring_finding (file_id);
  `,
} as const;
