import type { ButtonInteraction } from 'discord.js';
import type { Decoded } from '../buttons/custom-id.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import { handleCallHuman } from './call-human.ts';
import { handleCancelAdd, handleConfirmAdd } from './confirm-add.ts';
import { handleDelete, handleVote } from './feedback.ts';
import {
  handlePostChecked,
  handlePostContext,
  handlePostFound,
  handlePostParagraph,
} from './post-shown.ts';
import { isPost, whyNotForChannel } from './post-to-channel.ts';
import { handleMore, handlePostAnswer, handleQuoted, handleSameArticle } from './quote-buttons.ts';
import { handleRead } from './read-article.ts';
import { handlePage, handleSourcesPage } from './sources.ts';
import { handleTellLater } from './tell-later.ts';

/** What each button of the bot's does. */
export async function handleButton(
  turn: InteractionTurn,
  button: ButtonInteraction,
  { action, part }: Extract<Decoded, { kind: 'ours' }>,
): Promise<void> {
  const hidden = isPost(action) ? whyNotForChannel(turn, button.message) : undefined;
  if (hidden) return turn.refuse(hidden);
  switch (action.do) {
    case 'open':
      return turn.refuse(turn.words.foreignButton);
    case 'context':
    case 'cite':
      return handleQuoted(turn, { button, action, part });
    case 'same':
      return handleSameArticle(turn, { button, action, part });
    case 'more':
      return handleMore(turn, { button, action, part });
    case 'good':
    case 'bad':
      return handleVote(turn, { button, action, part });
    case 'delete':
      return handleDelete(turn, { button, action, part });
    case 'look':
    case 'turn':
      return handlePage(turn, { button, action, part });
    case 'list':
      return handleSourcesPage(turn, { button, action, part });
    case 'human':
      return handleCallHuman(turn, { button, action, part });
    case 'tell':
      return handleTellLater(turn, { button, action, part });
    case 'add':
      return handleConfirmAdd(turn, { button, action, part });
    case 'dropAdd':
      return handleCancelAdd(turn, { button, action, part });
    case 'read':
      return handleRead(turn, { button, action, part });
    case 'post':
      return handlePostAnswer(turn, { button, action, part });
    case 'postFound':
      return handlePostFound(turn, { button, action, part });
    case 'postChecked':
      return handlePostChecked(turn, { button, action, part });
    case 'postContext':
      return handlePostContext(turn, { button, action, part });
    case 'postParagraph':
      return handlePostParagraph(turn, { button, action, part });
  }
}
