import { Body, Controller, Headers, Post } from '@nestjs/common';
import { NotAudited, Permit } from '@tapaamo/access';
import { messageReceiptSchema, type MessageReceipt } from '@tapaamo/contracts';
import { MessageReceipts, ReceiptProof } from '@tapaamo/notification';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** An operator tells of every message of every organisation from one address. */
const RECEIPTS_A_MINUTE = 6_000;

/** What operators of text messages tell of messages. The answer is the same for every reference. */
@Controller('api/message-receipts')
export class MessageReceiptController {
  constructor(
    private readonly receipts: MessageReceipts,
    private readonly proof: ReceiptProof,
  ) {}

  @Post()
  @Permit('public')
  @NotAudited('where a message stands, told by its operator')
  @RateLimit(RECEIPTS_A_MINUTE)
  @Answers(null)
  async take(
    @Headers('authorization') authorization: string | undefined,
    @Body({ schema: messageReceiptSchema }) { reference, status, reason }: MessageReceipt,
  ): Promise<void> {
    this.proof.requireGeneric(authorization);
    const failure = status === 'delivered' ? null : (reason ?? 'provider-refused');
    await this.receipts.take({ reference, failure });
  }

  /** The signature holds the whole receipt; what is in the body beside it proves nothing and is not read. */
  @Post('gatewayapi')
  @Permit('public')
  @NotAudited('where a message stands, told by its operator')
  @RateLimit(RECEIPTS_A_MINUTE)
  @Answers(null)
  async takeGatewayApi(@Headers('x-gwapi-signature') token: string | undefined): Promise<void> {
    const receipt = await this.proof.ofGatewayApi(token);
    if (receipt !== null) {
      await this.receipts.take(receipt);
    }
  }
}
