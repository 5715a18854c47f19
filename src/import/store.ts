import type { Store } from '../store.js'

/**
 * The store as an import uses it: records, 待办 and 漏网 are written; nothing is asked, planned or counted as a call,
 * and nobody's first receipts are used up.
 */
export const importStore = (store: Store): Store => ({
  ...store,
  questions: {
    ...store.questions,
    insert: async (question) => ({ ...question, id: 0 }),
    openFor: async () => [],
  },
  plans: { ...store.plans, insert: async (plan) => ({ ...plan, id: 0 }), openOf: async () => [] },
  calls: { ...store.calls, add: async () => undefined, countSince: async () => 0 },
  people: {
    ...store.people,
    put: async (person) => {
      const known = await store.people.byId(person.id)
      await store.people.put({ ...person, receipts: known?.receipts ?? 0 })
    },
  },
})
