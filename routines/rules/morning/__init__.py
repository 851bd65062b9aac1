"""The rules of a morning that is lived: who is here, what comes now, how time stretches, what may change today."""
