import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  AccountEntity,
  ApiTokenEntity,
  InvitationEntity,
  MembershipEntity,
  MembershipRoleEntity,
  OrganizationEntity,
  RecoveryEntity,
  RoleEntity,
} from './access.entities.js';
import { AccessController } from './access.controller.js';
import { AffiliationEntity } from './affiliation.entity.js';
import { AffiliationsController } from './affiliations.controller.js';
import { AffiliationsRepository } from './affiliations.repository.js';
import { AffiliationsService } from './affiliations.service.js';
import { AccountController } from './account.controller.js';
import { AccountsService } from './accounts.service.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokens } from './api-tokens.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { AuthenticatorService } from './authenticator.service.js';
import { Challenges } from './challenges.js';
import { DevicesController } from './devices.controller.js';
import { DevicesService } from './devices.service.js';
import { ExternalIdentitiesRepository } from './external-identities.repository.js';
import { FactorSecrets } from './factor-secrets.js';
import { FactorsRepository } from './factors.repository.js';
import { Founding } from './founding.js';
import { IdentityProvider } from './identity-provider.js';
import { InvitationAnswers } from './invitation-answers.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { Links } from './links.js';
import { MagicLinksController } from './magic-links.controller.js';
import { MagicLinks } from './magic-links.service.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Organizations } from './organizations.js';
import { PasskeyCheck } from './passkey-check.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { PasskeysService } from './passkeys.service.js';
import { PasswordsService } from './passwords.service.js';
import { ProviderAttempts } from './provider-attempts.js';
import { ProviderController } from './provider.controller.js';
import { ProviderSignIns } from './provider-sign-ins.service.js';
import { RecoveriesController } from './recoveries.controller.js';
import { RecoveriesRepository } from './recoveries.repository.js';
import { RecoveriesService } from './recoveries.service.js';
import { RecoveryAsking } from './recovery-asking.service.js';
import { RecoveryLetters } from './recovery-letters.js';
import { RecoveryNews } from './recovery-news.js';
import { RolesController } from './roles.controller.js';
import { RolesRepository } from './roles.repository.js';
import { RolesService } from './roles.service.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';
import { SpentKeys } from './spent-keys.js';
import { Standings } from './standings.js';
import { Tries } from './tries.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

const entities = [
  OrganizationEntity,
  AccountEntity,
  MembershipEntity,
  RoleEntity,
  MembershipRoleEntity,
  InvitationEntity,
  ApiTokenEntity,
  RecoveryEntity,
  AffiliationEntity,
];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [
    AccessController,
    AccountController,
    AffiliationsController,
    ApiTokensController,
    DevicesController,
    InvitationsController,
    MagicLinksController,
    PasskeysController,
    ProviderController,
    RecoveriesController,
    RolesController,
    UsersController,
  ],
  providers: [
    AccountsService,
    AffiliationsRepository,
    AffiliationsService,
    ApiTokens,
    ApiTokensRepository,
    AuthenticatorService,
    Challenges,
    DevicesService,
    ExternalIdentitiesRepository,
    FactorSecrets,
    FactorsRepository,
    Founding,
    IdentityProvider,
    InvitationAnswers,
    InvitationsRepository,
    InvitationsService,
    Links,
    MagicLinks,
    MembershipsRepository,
    Organizations,
    PasskeyCheck,
    PasskeysRepository,
    PasskeysService,
    PasswordsService,
    ProviderAttempts,
    ProviderSignIns,
    RecoveriesRepository,
    RecoveriesService,
    RecoveryAsking,
    RecoveryLetters,
    RecoveryNews,
    RolesRepository,
    RolesService,
    SecondFactor,
    Sessions,
    SignInService,
    SpentKeys,
    Standings,
    Tries,
    UsersService,
  ],
  exports: [AccountsService, AffiliationsRepository, Founding, Sessions, Links, Organizations, Standings, ApiTokens],
})
export class AccessModule {}
