import { sql } from 'kysely'
import type { Migration } from '../migrate.js'
import { createTable } from './table.js'

/** The tables of db/schema.ts, where their columns are explained. */
export const first: Migration = {
  version: 1,
  name: 'first',
  async up(db) {
    await createTable(db, 'counter', { name: 'text', value: 'integer' }, { key: ['name'] })
    await createTable(db, 'seen', { hash: 'text', day: 'text' }, { key: ['hash'], indexes: [['day']] })
    await createTable(
      db,
      'unit',
      { name: 'text', parent: 'text?', position: 'integer', retired: 'integer' },
      { key: ['name'] },
    )
    await createTable(
      db,
      'person',
      {
        id: 'text',
        name: 'text',
        unit: 'text?',
        role: 'text',
        duties: 'text',
        in_org: 'integer',
        receipts: 'integer',
        no_reminders_until: 'text?',
      },
      { key: ['id'], indexes: [['name'], ['role', 'unit']] },
    )
    await createTable(
      db,
      'room',
      {
        name: 'text',
        unit: 'text?',
        tips_at: 'text',
        tips_off: 'integer',
        quiet: 'integer',
        in_org: 'integer',
      },
      { key: ['name'] },
    )
    await createTable(
      db,
      'source',
      {
        message_id: 'text',
        room: 'text?',
        sender: 'text',
        sender_name: 'text',
        sent_at: 'text',
        text: 'text',
      },
      { key: ['message_id'], indexes: [['sender', 'sent_at'], ['sent_at']] },
    )

    await createTable(
      db,
      'record',
      {
        no: 'integer',
        version: 'integer',
        status: 'text',
        held_for: 'text?',
        duplicate_of: 'integer?',
        reporter: 'text',
        room: 'text?',
        source: 'text',
        created_at: 'text',
        updated_at: 'text',
        kind: 'text',
        unit: 'text?',
        start_day: 'text',
        end_day: 'text',
        spans_long: 'integer',
        scope: 'text',
        attendance: 'integer?',
        activity: 'text',
      },
      {
        key: ['no'],
        indexes: [
          ['unit', 'end_day', 'start_day'],
          ['end_day', 'start_day'],
          ['source'],
          ['reporter', 'created_at'],
          ['created_at'],
        ],
      },
    )
    // The few that run over a month are found apart, so that a range of days reads only its own neighbourhood.
    await db.schema
      .createIndex('record_that_spans_long')
      .on('record')
      .columns(['end_day', 'start_day'])
      .where(sql.ref('spans_long'), '=', sql.lit(1))
      .execute()
    await db.schema
      .createIndex('record_held')
      .on('record')
      .columns(['no'])
      .where(sql.ref('status'), '=', sql.lit('held'))
      .execute()
    await createTable(
      db,
      'record_version',
      {
        no: 'integer',
        version: 'integer',
        at: 'text',
        by_person: 'text',
        why: 'text',
        message: 'text?',
        status: 'text',
        activity: 'text',
      },
      { key: ['no', 'version'] },
    )
    await createTable(
      db,
      'record_include',
      { summary: 'integer', no: 'integer' },
      { key: ['summary', 'no'], indexes: [['no']] },
    )
    await createTable(
      db,
      'witness',
      { no: 'integer', message: 'text', person: 'text', at: 'text' },
      { key: ['no', 'message'] },
    )
    await createTable(
      db,
      'rollup',
      {
        unit: 'text',
        own: 'integer',
        cell: 'text',
        kind: 'text',
        entries: 'integer',
        sessions: 'integer',
        attendance: 'integer',
        materials: 'integer',
        count: 'integer',
        adopted: 'integer',
        approx: 'integer',
        gaps: 'integer',
      },
      { key: ['unit', 'own', 'cell', 'kind'] },
    )
    await createTable(
      db,
      'joint',
      {
        id: 'id',
        members: 'text',
        status: 'text',
        lead: 'integer',
        attendance: 'integer?',
        signs: 'text',
        at: 'text',
      },
      { indexes: [['status']] },
    )
    await createTable(
      db,
      'joint_member',
      { joint: 'integer', no: 'integer' },
      { key: ['joint', 'no'], indexes: [['no']] },
    )

    await createTable(
      db,
      'question',
      {
        id: 'id',
        room: 'text?',
        person: 'text',
        about: 'text',
        record: 'integer?',
        data: 'text',
        asked_at: 'text',
        expires_at: 'text',
        status: 'text',
      },
      { indexes: [['person', 'status'], ['record']] },
    )
    await createTable(
      db,
      'outbox',
      {
        id: 'id',
        key: 'text',
        out_no: 'integer?',
        room: 'text?',
        person: 'text?',
        class: 'text',
        text: 'text',
        mentions: 'text',
        in_reply_to: 'text?',
        file: 'text?',
        records: 'text',
        line: 'text?',
        not_before: 'text',
        status: 'text',
        created_at: 'text',
        sent_at: 'text?',
        platform_id: 'text?',
        error: 'text?',
      },
      {
        unique: ['key', 'out_no'],
        indexes: [
          ['status', 'not_before'],
          ['room', 'status', 'out_no'],
          ['person', 'status', 'out_no'],
          ['platform_id'],
        ],
      },
    )
    await createTable(
      db,
      'plan',
      {
        id: 'id',
        person: 'text',
        room: 'text?',
        unit: 'text?',
        kind: 'text?',
        day: 'text',
        venue: 'text?',
        topics: 'text',
        message: 'text',
        status: 'text',
        record: 'integer?',
      },
      { indexes: [['person', 'status'], ['day']] },
    )
    await createTable(
      db,
      'zero_report',
      { month: 'text', unit: 'text', by_person: 'text', at: 'text', message: 'text?' },
      { key: ['month', 'unit'] },
    )
    await createTable(
      db,
      'target',
      {
        year: 'integer',
        unit: 'text',
        indicator: 'text',
        sessions: 'integer?',
        attendance: 'integer?',
        in_org: 'integer',
        org_sessions: 'integer?',
        org_attendance: 'integer?',
        by_person: 'text?',
        at: 'text',
      },
      { key: ['year', 'unit', 'indicator'] },
    )
    await createTable(
      db,
      'closing',
      { id: 'id', month: 'text', at: 'text', by_person: 'text', check_code: 'text', snapshot: 'text' },
      { indexes: [['month']] },
    )

    await createTable(
      db,
      'missed',
      {
        id: 'id',
        message: 'text',
        room: 'text?',
        sender: 'text',
        sender_name: 'text',
        sent_at: 'text',
        text: 'text',
        unit: 'text?',
        why: 'text',
        status: 'text',
      },
      { indexes: [['status'], ['sent_at']] },
    )
    await createTable(
      db,
      'todo',
      {
        id: 'id',
        unit: 'text?',
        what: 'text',
        record: 'integer?',
        ref: 'integer?',
        person: 'text?',
        text: 'text',
        data: 'text',
        at: 'text',
        status: 'text',
      },
      { indexes: [['status', 'unit'], ['record']] },
    )
    await createTable(
      db,
      'call',
      { id: 'id', message: 'text', person: 'text', room: 'text?', at: 'text', outcome: 'text' },
      { indexes: [['person', 'at'], ['at']] },
    )
    await createTable(db, 'job_run', { job: 'text', scope: 'text', slot: 'text' }, { key: ['job', 'scope'] })

    await createTable(
      db,
      'tip_sent',
      { room: 'text', day: 'text', tip: 'text?', reason: 'text?', outbox: 'integer?', at: 'text' },
      { key: ['room', 'day'], indexes: [['day']] },
    )
    await createTable(
      db,
      'tip_choice',
      { day: 'text', room: 'text', tip: 'text?', by_person: 'text' },
      { key: ['day', 'room'] },
    )
    await createTable(
      db,
      'tip_signature',
      { tip: 'text', reviewer: 'text', at: 'text' },
      { key: ['tip', 'reviewer'] },
    )
    await createTable(
      db,
      'essay',
      {
        id: 'id',
        person: 'text',
        person_name: 'text',
        text: 'text',
        medical: 'integer',
        status: 'text',
        day: 'text?',
        reviewer: 'text?',
        at: 'text',
      },
      { indexes: [['person'], ['status']] },
    )
    await createTable(db, 'setting', { key: 'text', value: 'text' }, { key: ['key'] })
  },
}
