import type { Interactions } from '../interactions/interactions.ts';
import type { World } from '../world/world.ts';
import { Person } from './person.ts';

/** The people of a world, each as one and the same {@link Person}. */
export class People {
  readonly #world: World;
  readonly #interactions: Interactions;
  readonly #byId = new Map<string, Person>();

  constructor(world: World, interactions: Interactions) {
    this.#world = world;
    this.#interactions = interactions;
  }

  /** @throws Error where nobody has this id */
  byId(id: string): Person {
    const user = this.#world.users.get(id);
    if (!user || user.bot) throw new Error('There is no such person.');
    let person = this.#byId.get(id);
    if (!person) {
      person = new Person(this.#world, this.#interactions, user);
      this.#byId.set(id, person);
    }
    return person;
  }

  /** Whoever was there first: the owner of the guild. */
  first(): Person {
    for (const user of this.#world.users.values()) if (!user.bot) return this.byId(user.id);
    throw new Error('There is nobody.');
  }

  has(id: string): boolean {
    return this.#world.users.get(id)?.bot === false;
  }

  /** By name, whatever the case. @throws Error where nobody has it */
  byName(name: string): Person {
    const wanted = name.toLowerCase();
    for (const user of this.#world.users.values()) {
      if (!user.bot && user.username === wanted) return this.byId(user.id);
    }
    throw new Error(`There is nobody called "${name}".`);
  }
}
