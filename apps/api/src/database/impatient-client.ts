// A database that stops answering must not hold requests for ever. A question is given up after `query_timeout`, and its
// connection with it: whoever took that connection next would wait behind the old question.
import pg from 'pg';

export class ImpatientClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this);
    Object.assign(this, {
      query: (...question: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(ask, this, question);
        if (answer instanceof Promise) answer.catch((error: unknown) => this.giveUp(error));
        return answer;
      },
    });
  }

  /** The one who asked hears every error; here only the silence matters. */
  private giveUp(error: unknown): void {
    if (error instanceof Error && error.message === 'Query read timeout') void this.end();
  }
}
