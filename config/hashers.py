"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class FrugalArgon2Hasher(Argon2PasswordHasher):
    """Argon2id with OWASP's parameters: 19 MiB a hash, where Django's default takes 100 MiB."""

    memory_cost = 19456
    time_cost = 2
    parallelism = 1
