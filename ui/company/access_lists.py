"""People, invitations and devices as the rows of their lists; Qt-free."""

from app.domain.access import Access, Device, Invitation, Member
from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.wording.words import Words
from ui.company.access_state import AccessPart, AccessRow, AccessState, AccessWords, Part
from ui.company.invite_state import licence_names, role_names


class AccessLists:
    """Says the lists of one look at the server, in one language and zone."""

    def __init__(self, words: Words, zone: str, now: Instant, me: str) -> None:
        self._words, self._zone, self._now, self._me = words, zone, now, me
        self._roles, self._licences = dict(role_names(words)), dict(licence_names(words))

    def state(self, access: Access) -> AccessState:
        """Make the dialog; those whose access goes on come first."""
        return AccessState(
            self._around(),
            (self._people(access), self._invitations(access), self._devices(access)),
        )

    def _around(self) -> AccessWords:
        words = self._words
        return AccessWords(
            title=words.say("People and access"),
            about=words.say("What is changed here holds at once."),
            role=words.say("Role"),
            roles=tuple(self._roles.items()),
            licence=words.say("Licence"),
            licences=tuple(self._licences.items()),
            apply=words.say("Apply"),
            keep=words.say("Keep"),
            invite=words.say("Invite…"),
            close=words.say("Close"),
            working=words.say("Asking the plan server…"),
        )

    def _people(self, access: Access) -> AccessPart:
        words = self._words
        here = [each for each in access.members if each.left is None]
        gone = [each for each in access.members if each.left is not None]
        return AccessPart(
            Part.PEOPLE,
            words.say("People ({n})", n=len(here)),
            (words.say("Name"), words.say("Role"), words.say("Licence"), words.say("Since")),
            tuple(map(self._member, (*here, *gone))),
            "",
            words.say("Remove…"),
            words.say("Remove"),
        )

    def _member(self, member: Member) -> AccessRow:
        words = self._words
        since = words.say("since {day}", day=self._day(member.joined))
        if member.left is not None:
            since = words.say("removed {day}", day=self._day(member.left))
        return AccessRow(
            id=member.id,
            name=member.name,
            cells=(member.name, self._roles[member.role], self._licences[member.licence], since),
            open=member.left is None,
            ask=words.say(
                "Remove {name}? All their devices are signed out at once. What they used stays "
                "counted.",
                name=member.name,
            ),
            role=member.role,
            licence=member.licence,
            removable=member.id != self._me,
        )

    def _invitations(self, access: Access) -> AccessPart:
        words = self._words
        rows = sorted(map(self._invitation, access.invitations), key=lambda row: not row.open)
        return AccessPart(
            Part.INVITATIONS,
            words.say("Invitations ({n})", n=sum(row.open for row in rows)),
            (words.say("Name"), words.say("Role"), words.say("Validity")),
            tuple(rows),
            words.say("Nobody is invited at the moment."),
            words.say("Withdraw…"),
            words.say("Withdraw"),
        )

    def _invitation(self, invitation: Invitation) -> AccessRow:
        words = self._words
        is_open, told = self._standing(invitation)
        ask = words.say("Withdraw the link for {name}? It stops working.", name=invitation.name)
        cells = (invitation.name, self._roles[invitation.role], told)
        return AccessRow(invitation.id, invitation.name, cells, open=is_open, ask=ask)

    def _standing(self, invitation: Invitation) -> tuple[bool, str]:
        words = self._words
        if invitation.used is not None:
            return False, words.say("used {when}", when=self._when(invitation.used))
        if invitation.revoked is not None:
            return False, words.say("withdrawn {when}", when=self._when(invitation.revoked))
        if invitation.expires <= self._now:
            return False, words.say("expired {when}", when=self._when(invitation.expires))
        return True, words.say("open until {when}", when=self._when(invitation.expires))

    def _devices(self, access: Access) -> AccessPart:
        words = self._words
        rows = sorted(map(self._device, access.devices), key=lambda row: not row.open)
        return AccessPart(
            Part.DEVICES,
            words.say("Devices ({n})", n=sum(row.open for row in rows)),
            (words.say("Person"), words.say("Device"), words.say("Last used")),
            tuple(rows),
            words.say("No device is signed in."),
            words.say("Sign out…"),
            words.say("Sign out"),
        )

    def _device(self, device: Device) -> AccessRow:
        words = self._words
        used = self._when(device.last_used) if device.last_used is not None else words.say("never")
        if device.revoked is not None:
            used = words.say("signed out {when}", when=self._when(device.revoked))
        ask = words.say(
            "Sign out {device} of {name}? It needs a new invitation to come back.",
            device=device.device,
            name=device.name,
        )
        cells = (device.name, device.device, used)
        return AccessRow(device.id, device.name, cells, open=device.revoked is None, ask=ask)

    def _day(self, at: Instant) -> str:
        return self._words.full_day(local_day(at, self._zone))

    def _when(self, at: Instant) -> str:
        return self._words.day_time(at, self._zone)
